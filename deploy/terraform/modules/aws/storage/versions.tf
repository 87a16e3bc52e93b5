terraform {
  required_version = ">= 1.9"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.25"
      # The region that the pictures are copied to.
      configuration_aliases = [aws.elsewhere]
    }
  }
}
