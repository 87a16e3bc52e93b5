# Two regions: one writes, the other browses, keeps a standby of the database and a copy of the pictures, and takes over.

terraform {
  required_version = ">= 1.9"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.25"
    }
  }
  # Put the state where others find it, and one at a time:
  #   backend "s3" { bucket = "...", key = "vernissage", region = "...", use_lockfile = true }
}

provider "aws" {
  region = var.regions.writer
}

provider "aws" {
  alias  = "elsewhere"
  region = var.regions.standby
}

provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

module "network" {
  source = "../../modules/aws/network"
  name   = var.name
  zones  = var.zones.writer
  tags   = local.tags
}

module "network_elsewhere" {
  source    = "../../modules/aws/network"
  providers = { aws = aws.elsewhere }
  name      = var.name
  cidr      = "10.30.0.0/16"
  zones     = var.zones.standby
  tags      = local.tags
}

module "storage" {
  source    = "../../modules/aws/storage"
  providers = { aws = aws, aws.elsewhere = aws.elsewhere }
  name      = "${var.name}-pictures"
  tags      = local.tags
}

module "database" {
  source     = "../../modules/aws/database"
  providers  = { aws = aws, aws.elsewhere = aws.elsewhere }
  name       = var.name
  network_id = module.network.network_id
  subnet_ids = module.network.private_subnet_ids
  cidr       = module.network.cidr
  replicas   = 2
  elsewhere = {
    network_id = module.network_elsewhere.network_id
    subnet_ids = module.network_elsewhere.private_subnet_ids
    cidr       = module.network_elsewhere.cidr
  }
  tags = local.tags
}

module "cache" {
  source     = "../../modules/aws/cache"
  name       = var.name
  network_id = module.network.network_id
  subnet_ids = module.network.private_subnet_ids
  cidr       = module.network.cidr
  password   = var.redis_password
  tags       = local.tags
}

module "cache_elsewhere" {
  source     = "../../modules/aws/cache"
  providers  = { aws = aws.elsewhere }
  name       = var.name
  network_id = module.network_elsewhere.network_id
  subnet_ids = module.network_elsewhere.private_subnet_ids
  cidr       = module.network_elsewhere.cidr
  password   = var.redis_password
  tags       = local.tags
}

module "forgetful_cache" {
  source          = "../../modules/aws/cache"
  name            = "${var.name}-lru"
  network_id      = module.network.network_id
  subnet_ids      = module.network.private_subnet_ids
  cidr            = module.network.cidr
  node_type       = "cache.t4g.small"
  eviction_policy = "allkeys-lru"
  password        = var.redis_password
  tags            = local.tags
}

module "forgetful_cache_elsewhere" {
  source          = "../../modules/aws/cache"
  providers       = { aws = aws.elsewhere }
  name            = "${var.name}-lru"
  network_id      = module.network_elsewhere.network_id
  subnet_ids      = module.network_elsewhere.private_subnet_ids
  cidr            = module.network_elsewhere.cidr
  node_type       = "cache.t4g.small"
  eviction_policy = "allkeys-lru"
  password        = var.redis_password
  tags            = local.tags
}

module "cluster" {
  source               = "../../modules/aws/cluster"
  name                 = var.name
  subnet_ids           = module.network.private_subnet_ids
  bucket_arn           = module.storage.bucket_arn
  administrators_cidrs = var.administrators_cidrs
  gpu                  = { instance_types = ["g6.xlarge", "g5.xlarge"], least = 2, most = 100, spot = true }
  tags                 = local.tags
}

module "cluster_elsewhere" {
  source               = "../../modules/aws/cluster"
  providers            = { aws = aws.elsewhere }
  name                 = "${var.name}-elsewhere"
  subnet_ids           = module.network_elsewhere.private_subnet_ids
  bucket_arn           = module.storage.copy_arn
  administrators_cidrs = var.administrators_cidrs
  tags                 = local.tags
}

module "edge" {
  source         = "../../modules/aws/edge"
  providers      = { aws = aws, aws.us_east_1 = aws.us_east_1 }
  name           = var.name
  domain         = var.domain
  zone           = var.zone
  primary_host   = var.balancers.writer
  secondary_host = var.balancers.standby
  tags           = local.tags
}

locals {
  tags = { app = "vernissage", installation = var.name }
}
