output "network_id" {
  description = "The network."
  value       = aws_vpc.this.id
}

output "private_subnet_ids" {
  description = "Subnets for nodes, databases and caches."
  value       = [for subnet in aws_subnet.private : subnet.id]
}

output "public_subnet_ids" {
  description = "Subnets for balancers."
  value       = [for subnet in aws_subnet.public : subnet.id]
}

output "cidr" {
  description = "The network's addresses, for rules that let it in."
  value       = aws_vpc.this.cidr_block
}
