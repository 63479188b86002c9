using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Tests.Repository;

/// <summary>Where a record can be read follows from the record, the user, or git.</summary>
public sealed class RecordLinkTests : IDisposable
{
    private readonly ToolFolder _folder = new ToolFolder().WithRecord("0001-größe", "status: accepted", "# Size\n");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("https://github.com/owner/name", "https://github.com/owner/name/blob/HEAD")]
    [InlineData("https://github.com/owner/name.git", "https://github.com/owner/name/blob/HEAD")]
    [InlineData("https://github.com/owner/na.me.git/", "https://github.com/owner/na.me/blob/HEAD")]
    [InlineData("git@github.com:owner/name.git", "https://github.com/owner/name/blob/HEAD")]
    [InlineData("ssh://git@github.com/owner/name.git", "https://github.com/owner/name/blob/HEAD")]
    [InlineData("ssh://git@GitHub.com:22/owner/name.git", "https://github.com/owner/name/blob/HEAD")]
    [InlineData("git@gitlab.com:group/below/name.git", "https://gitlab.com/group/below/name/-/blob/HEAD")]
    [InlineData("https://bitbucket.org/owner/name", "https://bitbucket.org/owner/name/src/HEAD")]
    public void The_remote_of_a_known_host_gives_the_base(string remote, string expected) => Assert.Equal(expected, RecordLink.BaseOf(remote));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://git.example.org/owner/name")]
    [InlineData("https://github.com.example.org/owner/name")]
    [InlineData("../name")]
    [InlineData("file:///srv/name.git")]
    [InlineData("https://github.com/owner/name) evil")]
    public void Any_other_remote_gives_none(string? remote) => Assert.Null(RecordLink.BaseOf(remote));

    [Fact]
    public void A_token_in_the_remote_never_becomes_a_part_of_a_link() =>
        Assert.Equal("https://github.com/owner/name/blob/HEAD", RecordLink.BaseOf("https://user:secret-token@github.com/owner/name.git"));

    [Fact]
    public void Gits_remote_gives_the_base()
    {
        _folder.With(".git/HEAD", "ref: refs/heads/main\n")
            .With(".git/objects/info/none", "")
            .With(".git/refs/heads/none", "")
            .With(".git/config", "[core]\n\trepositoryformatversion = 0\n[remote \"origin\"]\n\turl = git@github.com:owner/name.git\n");
        Assert.Contains("(https://github.com/owner/name/blob/HEAD/docs/adr/0001-gr%C3%B6%C3%9Fe.md)", _folder.Run("reply", "1").Output);
    }

    [Fact]
    public void Without_a_base_the_path_is_shown() => Assert.Contains("(accepted; docs/adr/0001-größe.md)", _folder.Run("reply", "1").Output);

    [Fact]
    public void The_base_of_the_user_counts_before_git() =>
        Assert.Contains("(https://example.org/docs/adr/0001-gr%C3%B6%C3%9Fe.md)", _folder.Run("reply", "1", "--link-base", "https://example.org").Output);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("docs")]
    public void A_base_that_is_not_a_URL_is_an_error(string given)
    {
        var run = _folder.Run("reply", "1", "--link-base", given);
        Assert.Equal(2, run.Exit);
        Assert.Contains("is not a link base", run.Error);
    }
}
