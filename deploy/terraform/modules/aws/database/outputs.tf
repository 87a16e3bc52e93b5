output "primary_address" {
  description = "Host of DATABASE_URL."
  value       = aws_db_instance.primary.address
}

output "replica_addresses" {
  description = "Hosts for DATABASE_REPLICA_URL."
  value       = aws_db_instance.replica[*].address
}

output "standby_address" {
  description = "Host of the standby in the other region; null for none."
  value       = one(aws_db_instance.elsewhere[*].address)
}

output "password_secret" {
  description = "Where the password is kept and changed by itself."
  value       = aws_db_instance.primary.master_user_secret[0].secret_arn
}
