# The pictures. Nothing here is public: browsers get them through web, or at signed addresses.

resource "aws_s3_bucket" "pictures" {
  bucket = var.name
  tags   = var.tags
}

resource "aws_s3_bucket_public_access_block" "pictures" {
  bucket                  = aws_s3_bucket.pictures.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "pictures" {
  bucket = aws_s3_bucket.pictures.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

# Copying between regions wants versions.
resource "aws_s3_bucket_versioning" "pictures" {
  bucket = aws_s3_bucket.pictures.id
  versioning_configuration {
    status = "Enabled"
  }
}

# A deleted picture is really gone after a day, its old versions too; uploads that broke off as well.
resource "aws_s3_bucket_lifecycle_configuration" "pictures" {
  bucket = aws_s3_bucket.pictures.id
  rule {
    id     = "gone-is-gone"
    status = "Enabled"
    filter {}
    noncurrent_version_expiration {
      noncurrent_days = 1
    }
    expiration {
      expired_object_delete_marker = true
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }
  depends_on = [aws_s3_bucket_versioning.pictures]
}

# The copy.

resource "aws_s3_bucket" "copy" {
  count    = var.is_copied ? 1 : 0
  provider = aws.elsewhere
  bucket   = "${var.name}-copy"
  tags     = var.tags
}

resource "aws_s3_bucket_public_access_block" "copy" {
  count                   = var.is_copied ? 1 : 0
  provider                = aws.elsewhere
  bucket                  = aws_s3_bucket.copy[0].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "copy" {
  count    = var.is_copied ? 1 : 0
  provider = aws.elsewhere
  bucket   = aws_s3_bucket.copy[0].id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_versioning" "copy" {
  count    = var.is_copied ? 1 : 0
  provider = aws.elsewhere
  bucket   = aws_s3_bucket.copy[0].id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "copy" {
  count    = var.is_copied ? 1 : 0
  provider = aws.elsewhere
  bucket   = aws_s3_bucket.copy[0].id
  rule {
    id     = "gone-is-gone"
    status = "Enabled"
    filter {}
    noncurrent_version_expiration {
      noncurrent_days = 1
    }
    expiration {
      expired_object_delete_marker = true
    }
  }
  depends_on = [aws_s3_bucket_versioning.copy]
}

data "aws_iam_policy_document" "copier" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "copier" {
  count              = var.is_copied ? 1 : 0
  name               = "${var.name}-copier"
  assume_role_policy = data.aws_iam_policy_document.copier.json
  tags               = var.tags
}

data "aws_iam_policy_document" "copying" {
  count = var.is_copied ? 1 : 0
  statement {
    actions   = ["s3:GetReplicationConfiguration", "s3:ListBucket"]
    resources = [aws_s3_bucket.pictures.arn]
  }
  statement {
    actions   = ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"]
    resources = ["${aws_s3_bucket.pictures.arn}/*"]
  }
  statement {
    actions   = ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"]
    resources = ["${aws_s3_bucket.copy[0].arn}/*"]
  }
}

resource "aws_iam_role_policy" "copying" {
  count  = var.is_copied ? 1 : 0
  name   = "copying"
  role   = aws_iam_role.copier[0].id
  policy = data.aws_iam_policy_document.copying[0].json
}

resource "aws_s3_bucket_replication_configuration" "pictures" {
  count  = var.is_copied ? 1 : 0
  bucket = aws_s3_bucket.pictures.id
  role   = aws_iam_role.copier[0].arn
  rule {
    id       = "all"
    status   = "Enabled"
    priority = 1
    filter {}
    # Who deletes a picture deletes the copy.
    delete_marker_replication {
      status = "Enabled"
    }
    destination {
      bucket = aws_s3_bucket.copy[0].arn
      # Within fifteen minutes, and measured.
      replication_time {
        status = "Enabled"
        time {
          minutes = 15
        }
      }
      metrics {
        status = "Enabled"
        event_threshold {
          minutes = 15
        }
      }
    }
  }
  depends_on = [aws_s3_bucket_versioning.pictures, aws_s3_bucket_versioning.copy]
}
