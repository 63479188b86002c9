using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>What Terraform files set literally.</summary>
public sealed class TerraformTests
{
    [Theory]
    [InlineData("a = \"b\"", "a = b @1,5")]
    [InlineData("a = true\nb = 1.5\nc = -2\nd = null\ne = 1e3", "a = true @1,5\nb = 1.5 @2,5\nc = -2 @3,5\nd = null @4,5\ne = 1e3 @5,5")]
    [InlineData("a = { b = { c = \"d\" }, \"e\" : 1 }", "a:b:c = d @1,17\na:e = 1 @1,30")]
    [InlineData("a = [1, [\"b\"], { c = 2 },]", "a:0 = 1 @1,6\na:1:0 = b @1,10\na:2:c = 2 @1,22")]
    [InlineData("a = [\n  1, # c\n  // d\n  2\n]\nb = {\n  c = 1\n  d = 2 /* e\n */\n}", "a:0 = 1 @2,3\na:1 = 2 @4,3\nb:c = 1 @7,7\nb:d = 2 @8,7")]
    [InlineData("a = []\nb = {}", "a =  @1,5\nb = null @2,5")]
    [InlineData("a = <<EOT\nb\n  c\nEOT\nd = 1", "a = b\n  c\n @1,5\nd = 1 @5,5")]
    [InlineData("a = <<-EOT\n    b\n      c $${d}\n    EOT\nd = 1", "a = b\n  c ${d}\n @1,5\nd = 1 @5,5")]
    [InlineData("a = \"\\\"b\\\" \\n\\t\\u0041\\U00000042 $${c} %%{d} $e\"", "a = \"b\" \n\tAB ${c} %{d} $e @1,5")]
    [InlineData("a = (\"b\")\n\"c\" = 1", "a = b @1,6\nc = 1 @2,7")]
    [InlineData("a = \"${b}\"\nc = d.e\nf = g(\"h\")\ni = 1 + 1\nj = true ? 1 : 2\nk = \"%{if l}m%{endif}\"\nn = 1",
        "a = ${…} @1,5\nc = ${…} @2,5\nf = ${…} @3,5\ni = ${…} @4,5\nj = ${…} @5,5\nk = ${…} @6,5\nn = 1 @7,5")]
    [InlineData("a = \"${b(\"c\", { d = \"}\" })}\"\ne = 1", "a = ${…} @1,5\ne = 1 @2,5")]
    [InlineData("a = { b = c.d, e = 1 }\nf = [g, 2]", "a:b = ${…} @1,11\na:e = 1 @1,20\nf:0 = ${…} @2,6\nf:1 = 2 @2,9")]
    [InlineData("a = { for b in c : b => { d = 1 } }\ne = [for f in g : f if f != \"\"]\nh = 1", "a = ${…} @1,5\ne:0 = ${…} @2,6\nh = 1 @3,5")]
    [InlineData("a = !true\nb = 1", "a = ${…} @1,5\nb = 1 @2,5")]
    [InlineData("a = 1\r\nb = 2\r\n", "a = 1 @1,5\nb = 2 @2,5")]
    [InlineData("\uFEFFa = 1", "a = 1 @1,6")]
    public void A_file_of_values_sets_keys(string text, string settings) => Assert.Equal(settings, Read.Settings("prod.auto.tfvars", text));

    [Theory]
    [InlineData("resource \"x\" \"y\" { app_settings = { \"Gateway__Registration__Enabled\" = \"true\" } }", "app_settings of x.y")]
    [InlineData("resource \"x\" \"y\" {\n  app_settings = merge(local.common, {\n    Gateway__Registration__Enabled = true\n  })\n}", "app_settings of x.y")]
    [InlineData("resource \"x\" \"y\" {\n  environment {\n    variables = { Gateway__Registration__Enabled = \"true\" }\n  }\n}", "variables of x.y")]
    [InlineData("resource \"x\" \"y\" { env = [\"Gateway__Registration__Enabled=true\"] }", "env of x.y")]
    [InlineData("resource \"x\" \"y\" {\n  a {\n    container {\n      name = \"app\"\n      env {\n        name  = \"Gateway__Registration__Enabled\"\n"
        + "        value = \"true\"\n      }\n    }\n  }\n}", "env of container app of x.y")]
    [InlineData("resource \"x\" \"y\" {\n  container_definitions = jsonencode([{\n    name = \"app\"\n    environment = [\n"
        + "      { name = \"Gateway__Registration__Enabled\", value = \"true\" },\n      { name = \"A\", value = var.a }\n    ]\n  }])\n}",
        "environment of x.y")]
    [InlineData("module \"gateway\" {\n  source = \"./app\"\n  settings = { \"Gateway__Registration__Enabled\" : \"true\" }\n}", "settings of module.gateway")]
    [InlineData("variable \"settings\" {\n  default = { Gateway__Registration__Enabled = \"true\" }\n}", "default of variable.settings")]
    [InlineData("locals {\n  all = { gateway = { Gateway__Registration__Enabled = true } }\n}", "gateway of locals")]
    [InlineData("locals {\n  a = var.b ? { Gateway__Registration__Enabled = true } : {}\n}", "a of locals")]
    [InlineData("job \"a\" {\n  env {\n    Gateway__Registration__Enabled = \"true\"\n  }\n}", "env of job.a")]
    [InlineData("app_settings = { Gateway__Registration__Enabled = \"true\" }", "app_settings")]
    [InlineData("resource \"x\" \"y\" {\n  set {\n    name = \"Gateway__Registration__Enabled\"\n    value = \"true\"\n  }\n}", "set of x.y")]
    public void Environment_variables_are_found_where_they_are_set(string text, string part)
    {
        var tree = Read.Trees("main.tf", text)[0];
        Assert.Equal(part, tree.Part?.Text);
        var setting = Assert.Single(Read.All(tree), setting => setting.Value != "${…}");
        Assert.Equal(("Gateway:Registration:Enabled", "true"), (setting.Key, setting.Value));
        Assert.Contains("true", Read.At(text, setting.Place));
    }

    [Theory]
    [InlineData("resource \"x\" \"y\" { app_settings = var.settings }")]
    [InlineData("resource \"x\" \"y\" { tags = { A = \"b\" } }")]
    [InlineData("resource \"x\" \"y\" { app_settings = { (var.name) = \"b\", \"${var.c}__D\" = \"e\" } }")]
    [InlineData("resource \"x\" \"y\" {\n  dynamic \"env\" {\n    for_each = var.a\n    content {\n      name = env.key\n    }\n  }\n}")]
    [InlineData("resource \"x\" \"y\" {\n  data {\n    index.php = \"${file(\"a\")}\"\n  }\n}")]
    [InlineData("variable \"environment\" {\n  type    = string\n  default = \"prod\"\n}\noutput \"a\" { value = \"A__B\" }")]
    [InlineData("terraform {\n  required_providers {\n    x = { source = \"a/b\", version = \">= 1\" }\n  }\n}\nprovider \"x\" {}")]
    [InlineData("moved {\n  from = a.b[\"c\"]\n  to   = a.b[0].d\n}")]
    [InlineData("check \"e\" {\n  assert {\n    condition = alltrue([for f in g : f >= 1 && f != -1]) || !h\n  }\n}")]
    [InlineData("locals {\n  a = [for s in var.b : upper(s)]\n  c = b[*].d\n  e = { for f in g : f.h => f... }\n  i = \"%{ for j in k ~}${j}%{ endfor ~}\"\n}")]
    public void What_is_not_literal_is_passed_over_without_a_fault(string text) => Assert.Empty(Read.Trees("main.tf", text));

    [Theory]
    [InlineData("resource \"x\" \"y\" { app_settings = { A = var.a, B = \"${var.b}\", C = tostring(true), D = null } }",
        "A = ${…} @1,41\nB = ${…} @1,52\nC = ${…} @1,68")]
    [InlineData("resource \"x\" \"y\" {\n  env {\n    name  = \"A\"\n    value = var.a\n  }\n}", "A = ${…} @4,13")]
    [InlineData("locals { a = { A__B = var.a } }", "A:B = ${…} @1,23")]
    [InlineData("locals { a = [{ name = \"A__B\", value = \"${var.a}-b\" }] }", "A:B = ${…} @1,40")]
    public void An_expression_is_read_as_a_placeholder(string text, string settings) => Assert.Equal(settings, Read.Settings("main.tf", text));

    [Fact]
    public void Each_process_has_variables_of_its_own()
    {
        var trees = Read.Trees("main.tf", """
            resource "azurerm_container_app" "gateway" {
              template {
                container {
                  name = "app"
                  env {
                    name  = "ASPNETCORE_ENVIRONMENT"
                    value = "Staging"
                  }
                  env {
                    name  = "Gateway__Registration__Enabled"
                    value = "true"
                  }
                  env {
                    name        = "Secret"
                    secret_name = "x"
                  }
                }
                container {
                  name = "side"
                  env {
                    name  = "A"
                    value = 1
                  }
                }
              }
            }
            """);
        Assert.Equal(
            ["env of container app of azurerm_container_app.gateway", "env of container side of azurerm_container_app.gateway"],
            trees.Select(tree => tree.Part?.Text));
        Assert.Equal(["azurerm_container_app.gateway/container app/env", "azurerm_container_app.gateway/container side/env"],
            trees.Select(tree => tree.Part?.Identity));
        Assert.Equal(
            "ASPNETCORE_ENVIRONMENT = Staging @7,17\nGateway:Registration:Enabled = true @11,17\nENVIRONMENT = Staging @7,17", Read.Settings(trees[0]));
        Assert.Equal(["Staging", null], trees.Select(tree => tree.Environment));
        Assert.Equal("A = 1 @22,17", Read.Settings(trees[1]));
    }

    [Theory]
    [InlineData("a = 1\nhunter2\nb = 2", "2,1: This line is not valid. A line is 'name = value', or begins a block.")]
    [InlineData("a = 1\n= hunter2\nb = 2", "2,1: This line is not valid. A line is 'name = value', or begins a block.")]
    [InlineData("a = 1\nc = \"hunter2\nb = 2", "2,5: This quote is not closed.")]
    [InlineData("a = 1\nb = 2\nc = { d = \"hunter2\"", "3,5: This bracket is not closed.")]
    [InlineData("a = 1\nb = 2\nc = [ d(1 ]", "3,8: This bracket is not closed.")]
    [InlineData("a = 1\nb = 2\nc \"d\" {\n  e = 1", "3,7: This bracket is not closed.")]
    [InlineData("a = 1\nb = 2\nc = <<EOT\nhunter2\n", "3,5: This text is not closed: no line with its name follows.")]
    public void A_fault_says_where_and_what_was_read_stays(string text, string fault)
    {
        var file = Read.File("a.tfvars", text);
        Assert.Equal([fault], Read.Faults(file));
        Assert.StartsWith("a = 1 @1,5\n", Read.Settings(Assert.Single(file.Trees)));
        Assert.Contains("b = 2", Read.Settings(file.Trees[0]));
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('(', ')')]
    public void Nesting_has_a_limit_and_what_follows_is_read(char open, char close)
    {
        var file = Read.File("a.tfvars", $"a = {new string(open, 70)}{new string(close, 70)}\nb = 1");
        Assert.Equal("1,69: Values are nested more than 64 levels deep.", Read.Faults(file).First());
        Assert.Contains("b = 1 @2,5", Read.Settings(Assert.Single(file.Trees)));
    }

    [Fact]
    public void A_key_may_have_64_segments() => Assert.Equal(
        [], Read.Faults(ConfigurationFile.Read(ConfigurationFormat.Terraform, $"a = {new string('[', 63)}1{new string(']', 63)}")));
}
