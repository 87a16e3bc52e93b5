terraform {
  required_version = ">= 1.9"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.25"
      # CloudFront reads its certificates in us-east-1 alone.
      configuration_aliases = [aws.us_east_1]
    }
  }
}
