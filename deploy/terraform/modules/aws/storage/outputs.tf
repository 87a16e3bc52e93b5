output "bucket" {
  description = "S3_BUCKET."
  value       = aws_s3_bucket.pictures.bucket
}

output "bucket_arn" {
  description = "For rights to it."
  value       = aws_s3_bucket.pictures.arn
}

output "copy_bucket" {
  description = "S3_BUCKET of the other region after a failover; null for none."
  value       = one(aws_s3_bucket.copy[*].bucket)
}

output "copy_arn" {
  description = "For rights to it; null for none."
  value       = one(aws_s3_bucket.copy[*].arn)
}
