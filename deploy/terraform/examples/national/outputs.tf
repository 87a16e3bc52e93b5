output "clusters" {
  description = "For `aws eks update-kubeconfig --name`."
  value       = { writer = module.cluster.cluster_name, standby = module.cluster_elsewhere.cluster_name }
}

output "settings" {
  description = "What goes into the Secrets vernissage and vernissage-s3 of each cluster, beside passwords."
  value = {
    database_host         = module.database.primary_address
    database_replicas     = module.database.replica_addresses
    database_standby_host = module.database.standby_address
    database_password     = module.database.password_secret
    redis_host            = module.cache.address
    redis_standby_host    = module.cache_elsewhere.address
    redis_cache_host      = module.forgetful_cache.address
    redis_cache_standby   = module.forgetful_cache_elsewhere.address
    bucket                = module.storage.bucket
    bucket_copy           = module.storage.copy_bucket
    public_url            = module.edge.url
  }
}
