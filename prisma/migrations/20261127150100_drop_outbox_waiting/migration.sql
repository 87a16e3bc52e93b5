-- Its rows are those of "OutboxEntry_due", in an order that nobody reads.
DROP INDEX CONCURRENTLY "OutboxEntry_waiting";
