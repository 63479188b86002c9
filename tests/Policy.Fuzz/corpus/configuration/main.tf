variable "a" {
  default = { Gateway__Registration__Enabled = "true", b = [1, "${x}"] }
}
resource "r" "x" {
  environment = {
    A__B = <<-EOT
      t
    EOT
  }
}
