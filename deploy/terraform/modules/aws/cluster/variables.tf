variable "name" {
  description = "Begins every name in the account."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets of the network module."
  type        = list(string)
}

variable "kubernetes_version" {
  description = "Minor release of Kubernetes."
  type        = string
  default     = "1.34"
}

variable "general" {
  description = "Nodes for web, the sweeper and workers on processors."
  type        = object({ instance_types = list(string), least = number, most = number })
  default     = { instance_types = ["m7i.xlarge"], least = 2, most = 10 }
}

variable "gpu" {
  description = "Nodes for workers on GPUs; spot ones are cheaper and may be taken away within two minutes, which workers bear."
  type        = object({ instance_types = list(string), least = number, most = number, spot = bool })
  default     = { instance_types = ["g6.xlarge", "g5.xlarge"], least = 0, most = 10, spot = true }
}

variable "bucket_arn" {
  description = "The pictures' bucket, which web, workers and setup read and write without keys."
  type        = string
}

variable "administrators_cidrs" {
  description = "Addresses from which the cluster may be administered."
  type        = list(string)
  validation {
    condition     = !contains(var.administrators_cidrs, "0.0.0.0/0")
    error_message = "Not from everywhere."
  }
}

variable "tags" {
  description = "Tags of everything."
  type        = map(string)
  default     = {}
}
