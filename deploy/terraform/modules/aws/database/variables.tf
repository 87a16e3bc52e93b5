variable "name" {
  description = "Begins every name in the account."
  type        = string
}

variable "network_id" {
  description = "Of the network module."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets of the network module."
  type        = list(string)
}

variable "cidr" {
  description = "Addresses that may ask."
  type        = string
}

variable "instance_class" {
  description = "Size of the primary and of its replicas."
  type        = string
  default     = "db.r7g.large"
}

variable "storage_gib" {
  description = "Disk to begin with; it grows by itself up to ten times that."
  type        = number
  default     = 100
}

variable "replicas" {
  description = "Replicas in this region that are read from (DATABASE_REPLICA_URL)."
  type        = number
  default     = 1
}

variable "elsewhere" {
  description = "The standby in another region, which is promoted when this one is lost; null for none."
  type        = object({ network_id = string, subnet_ids = list(string), cidr = string })
  default     = null
}

variable "tags" {
  description = "Tags of everything."
  type        = map(string)
  default     = {}
}
