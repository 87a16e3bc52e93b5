output "url" {
  description = "PUBLIC_URL."
  value       = "https://${var.domain}"
}

output "distribution_id" {
  description = "For invalidations."
  value       = aws_cloudfront_distribution.this.id
}
