variable "name" {
  description = "Name of the bucket; the copy's has -copy behind it."
  type        = string
}

variable "is_copied" {
  description = "Whether every picture is copied to another region."
  type        = bool
  default     = true
}

variable "tags" {
  description = "Tags of everything."
  type        = map(string)
  default     = {}
}
