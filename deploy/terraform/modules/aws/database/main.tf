# PostgreSQL: a primary with a synchronous standby in another zone, replicas that are read from, and one in another region.

resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
  tags       = var.tags
}

resource "aws_security_group" "this" {
  name        = "${var.name}-postgresql"
  description = "PostgreSQL, for the network alone"
  vpc_id      = var.network_id
  tags        = var.tags
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  security_group_id = aws_security_group.this.id
  cidr_ipv4         = var.cidr
  from_port         = 5432
  to_port           = 5432
  ip_protocol       = "tcp"
}

resource "aws_db_parameter_group" "this" {
  name   = "${var.name}-17"
  family = "postgres17"
  tags   = var.tags

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  parameter {
    name  = "log_min_duration_statement"
    value = "1000"
  }

  # A statement of the house waits no longer than this for a lock.
  parameter {
    name  = "idle_in_transaction_session_timeout"
    value = "60000"
  }
}

resource "aws_kms_key" "this" {
  description         = "Database of ${var.name}"
  enable_key_rotation = true
  tags                = var.tags
}

resource "aws_db_instance" "primary" {
  identifier                   = var.name
  engine                       = "postgres"
  engine_version               = "17"
  instance_class               = var.instance_class
  allocated_storage            = var.storage_gib
  max_allocated_storage        = var.storage_gib * 10
  storage_type                 = "gp3"
  storage_encrypted            = true
  kms_key_id                   = aws_kms_key.this.arn
  db_name                      = "vernissage"
  username                     = "vernissage"
  manage_master_user_password  = true
  multi_az                     = true
  db_subnet_group_name         = aws_db_subnet_group.this.name
  vpc_security_group_ids       = [aws_security_group.this.id]
  parameter_group_name         = aws_db_parameter_group.this.name
  backup_retention_period      = 14
  backup_window                = "02:00-03:00"
  maintenance_window           = "mon:03:30-mon:04:30"
  performance_insights_enabled = true
  auto_minor_version_upgrade   = true
  deletion_protection          = true
  skip_final_snapshot          = false
  final_snapshot_identifier    = "${var.name}-last"
  copy_tags_to_snapshot        = true
  tags                         = var.tags
}

resource "aws_db_instance" "replica" {
  count                        = var.replicas
  identifier                   = "${var.name}-replica-${count.index + 1}"
  replicate_source_db          = aws_db_instance.primary.identifier
  instance_class               = var.instance_class
  storage_encrypted            = true
  vpc_security_group_ids       = [aws_security_group.this.id]
  parameter_group_name         = aws_db_parameter_group.this.name
  performance_insights_enabled = true
  auto_minor_version_upgrade   = true
  skip_final_snapshot          = true
  tags                         = var.tags
}

# Another region.

resource "aws_db_subnet_group" "elsewhere" {
  count      = var.elsewhere == null ? 0 : 1
  provider   = aws.elsewhere
  name       = var.name
  subnet_ids = var.elsewhere.subnet_ids
  tags       = var.tags
}

resource "aws_security_group" "elsewhere" {
  count       = var.elsewhere == null ? 0 : 1
  provider    = aws.elsewhere
  name        = "${var.name}-postgresql"
  description = "PostgreSQL, for the network alone"
  vpc_id      = var.elsewhere.network_id
  tags        = var.tags
}

resource "aws_vpc_security_group_ingress_rule" "elsewhere" {
  count             = var.elsewhere == null ? 0 : 1
  provider          = aws.elsewhere
  security_group_id = aws_security_group.elsewhere[0].id
  cidr_ipv4         = var.elsewhere.cidr
  from_port         = 5432
  to_port           = 5432
  ip_protocol       = "tcp"
}

resource "aws_kms_key" "elsewhere" {
  count               = var.elsewhere == null ? 0 : 1
  provider            = aws.elsewhere
  description         = "Database of ${var.name}"
  enable_key_rotation = true
  tags                = var.tags
}

resource "aws_db_instance" "elsewhere" {
  count                      = var.elsewhere == null ? 0 : 1
  provider                   = aws.elsewhere
  identifier                 = "${var.name}-standby"
  replicate_source_db        = aws_db_instance.primary.arn
  instance_class             = var.instance_class
  storage_encrypted          = true
  kms_key_id                 = aws_kms_key.elsewhere[0].arn
  db_subnet_group_name       = aws_db_subnet_group.elsewhere[0].name
  vpc_security_group_ids     = [aws_security_group.elsewhere[0].id]
  backup_retention_period    = 14
  auto_minor_version_upgrade = true
  deletion_protection        = true
  skip_final_snapshot        = true
  tags                       = var.tags
}
