output "address" {
  description = "Host of REDIS_URL or REDIS_CACHE_URL (rediss://, port 6379)."
  value       = aws_elasticache_replication_group.this.primary_endpoint_address
}
