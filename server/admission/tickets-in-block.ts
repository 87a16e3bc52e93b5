/** Each number of the shared sequence stands for so many tickets: a closed door has to be cheap. */
export const ticketsInBlock = 20
