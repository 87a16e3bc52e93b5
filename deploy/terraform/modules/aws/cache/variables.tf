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

variable "node_type" {
  description = "Size of each node."
  type        = string
  default     = "cache.m7g.large"
}

variable "eviction_policy" {
  description = "noeviction for REDIS_URL: a queue that evicts loses jobs in silence. allkeys-lru for REDIS_CACHE_URL."
  type        = string
  default     = "noeviction"
  validation {
    condition     = contains(["noeviction", "allkeys-lru"], var.eviction_policy)
    error_message = "noeviction or allkeys-lru."
  }
}

variable "password" {
  description = "What Redis asks for, 16 characters or more; it becomes part of the address."
  type        = string
  sensitive   = true
  validation {
    condition     = length(var.password) >= 16
    error_message = "16 characters or more."
  }
}

variable "tags" {
  description = "Tags of everything."
  type        = map(string)
  default     = {}
}
