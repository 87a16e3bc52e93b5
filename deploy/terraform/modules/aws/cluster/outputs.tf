output "cluster_name" {
  description = "For `aws eks update-kubeconfig --name`."
  value       = aws_eks_cluster.this.name
}

output "endpoint" {
  description = "Where the cluster is administered."
  value       = aws_eks_cluster.this.endpoint
}

output "certificate_authority" {
  description = "What its certificate is signed by, base64."
  value       = aws_eks_cluster.this.certificate_authority[0].data
}
