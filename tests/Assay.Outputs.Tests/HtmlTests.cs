using System.Net;
using System.Text.RegularExpressions;
using Assay.Outputs.Support;

namespace Assay.Outputs;

public sealed partial class HtmlTests
{
    public static TheoryData<int> Texts => [.. Enumerable.Range(0, Poison.Texts.Length)];

    /// <summary>The tags are those of the page, whatever the account writes into names.</summary>
    [Theory, MemberData(nameof(Texts))]
    public void Text_of_the_account_adds_no_tag_and_no_attribute(int text)
    {
        var plain = Tags(Some.Print(Poison.Everywhere(Some.Report(), "x"), "html"));
        var poisoned = Tags(Some.Print(Poison.Everywhere(Some.Report(), Poison.Texts[text]), "html"));
        Assert.Subset(plain.Select(Shape).ToHashSet(), poisoned.Select(Shape).ToHashSet());
    }

    [Fact]
    public void A_name_is_shown_as_it_is()
    {
        const string name = "<script>alert(1)</script> & \"quoted\" 'single'";
        var page = Some.Print(Poison.Everywhere(Some.Report(), name), "html");
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"<h3><span class=\"severity high\">high</span> {Encoded().Match(page).Value}", page);
        Assert.Contains(name, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_needs_nothing_from_elsewhere()
    {
        var page = Some.Print(Some.Report(), "html");
        Assert.DoesNotMatch(@"(?i)\s(src|srcset|on\w+|style|action|data)\s*=", page);
        Assert.DoesNotMatch(@"(?i)<(script|link|img|iframe|object|embed|base|form|meta http-equiv=.refresh)", page);
        Assert.DoesNotMatch(@"(?i)@import|url\(", page);
        Assert.All(Href().Matches(page), link => Assert.StartsWith("#finding-", link.Groups["to"].Value));
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_has_its_place_and_every_tag_its_end()
    {
        var page = Some.Print(Some.Report(), "html", new OutputOptions { Verbose = true });
        Assert.NotEmpty(Href().Matches(page));
        Assert.All(Href().Matches(page), link => Assert.Contains(
            $"id=\"{link.Groups["to"].Value[1..]}\"", page, StringComparison.Ordinal));
        var open = new Stack<string>();
        foreach (var tag in Tags(page).Where(tag => !tag.StartsWith("<!", StringComparison.Ordinal)))
        {
            var name = Name().Match(tag).Groups["name"].Value;
            if (name is "meta")
            {
                continue;
            }

            if (tag[1] != '/')
            {
                open.Push(name);
            }
            else
            {
                Assert.Equal(open.Pop(), name);
            }
        }

        Assert.Empty(open);
    }

    private static List<string> Tags(string page) => [.. Tag().Matches(page).Select(tag => tag.Value)];

    /// <summary>A tag without the values of its attributes.</summary>
    private static string Shape(string tag) => Value().Replace(tag, "\"\"");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Value();

    [GeneratedRegex("^</?(?<name>[a-z0-9]+)")]
    private static partial Regex Name();

    [GeneratedRegex("href=\"(?<to>[^\"]*)\"")]
    private static partial Regex Href();

    [GeneratedRegex("&lt;script&gt;alert\\(1\\)&lt;/script&gt; &amp; &quot;quoted&quot; &#x27;single&#x27;")]
    private static partial Regex Encoded();
}
