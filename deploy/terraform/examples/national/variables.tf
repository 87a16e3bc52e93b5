variable "name" {
  description = "Begins every name in the account; letters, digits and dashes."
  type        = string
  default     = "vernissage"
}

variable "regions" {
  description = "The region that writes, and the one that takes over."
  type        = object({ writer = string, standby = string })
  default     = { writer = "eu-central-1", standby = "eu-west-1" }
}

variable "zones" {
  description = "Availability zones of each."
  type        = object({ writer = list(string), standby = list(string) })
  default = {
    writer  = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
    standby = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  }
}

variable "domain" {
  description = "Address under which people reach the house."
  type        = string
}

variable "zone" {
  description = "The hosted zone that it lies in."
  type        = string
}

variable "balancers" {
  description = "Hosts of the ingress controllers' balancers, known when the clusters are there: apply twice."
  type        = object({ writer = string, standby = string })
}

variable "administrators_cidrs" {
  description = "Addresses from which the clusters may be administered."
  type        = list(string)
}

variable "redis_password" {
  description = "What Redis asks for, 16 characters or more."
  type        = string
  sensitive   = true
}
