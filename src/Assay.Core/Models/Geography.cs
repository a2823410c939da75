namespace Assay.Models;

/// <summary>
/// The widest geography of a Region, as ids of inference profiles begin: <c>us</c>, <c>eu</c>, <c>apac</c>.
/// </summary>
public static class Geography
{
    public static string Of(string region) => region.Split('-') switch
    {
        ["us", "gov", ..] => "us-gov",
        ["ap", ..] => "apac",
        [var area, ..] => area,
        _ => "us",
    };
}
