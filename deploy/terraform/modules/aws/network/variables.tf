variable "name" {
  description = "Begins every name in the account."
  type        = string
}

variable "cidr" {
  description = "The network's addresses; a /16 gives each zone two /20."
  type        = string
  default     = "10.20.0.0/16"
}

variable "zones" {
  description = "Availability zones, two or more."
  type        = list(string)
  validation {
    condition     = length(var.zones) >= 2
    error_message = "A zone may fail: name two or more."
  }
}

variable "tags" {
  description = "Tags of everything."
  type        = map(string)
  default     = {}
}
