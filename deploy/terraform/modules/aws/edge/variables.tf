variable "name" {
  description = "Begins every name in the account."
  type        = string
}

variable "domain" {
  description = "Address under which people reach the house, as gallery.example.org."
  type        = string
}

variable "zone" {
  description = "The hosted zone that it lies in, as example.org."
  type        = string
}

variable "primary_host" {
  description = "The balancer of the writer's region."
  type        = string
}

variable "secondary_host" {
  description = "The balancer of the region that takes over; null for none."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags of everything."
  type        = map(string)
  default     = {}
}
