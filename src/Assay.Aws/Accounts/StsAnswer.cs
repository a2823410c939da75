using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Assay.Aws.Accounts;

/// <summary>An XML answer of STS; whatever is missing in it makes the whole of it unreadable.</summary>
internal sealed class StsAnswer
{
    private readonly XDocument document;

    /// <exception cref="UnreadableAnswerException">It is no XML.</exception>
    public StsAnswer(byte[] body)
    {
        try
        {
            document = XDocument.Parse(Encoding.UTF8.GetString(body));
        }
        catch (XmlException)
        {
            throw new UnreadableAnswerException();
        }
    }

    /// <exception cref="UnreadableAnswerException">There is no such element.</exception>
    public string Text(string name) =>
        document.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value
        ?? throw new UnreadableAnswerException();
}
