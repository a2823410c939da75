using System.Text;

namespace Assay.Sources.InvocationLog;

/// <summary>Who called, out of an ARN: the role or user, and the session apart.</summary>
internal static class Principal
{
    /// <returns>
    /// <c>role</c> of an assumed role, <c>user/path/name</c>, <c>root</c>; the whole text where it is no such ARN.
    /// </returns>
    public static (string Caller, string? Session) Of(string arn)
    {
        var fields = arn.Split(':', 6);
        if (fields.Length < 6)
        {
            return (arn, null);
        }

        var parts = fields[5].Split('/', 3);
        return parts switch
        {
            ["assumed-role", var role, var session] => (role, session),
            ["assumed-role" or "role", var role] => (role, null),
            _ => (fields[5], null),
        };
    }

    /// <summary>
    /// A session's name without what is new in each run, so that a thousand pods are one kind of session: words with
    /// digits become <c>*</c>. A name without any, and a person's address, stay.
    /// </summary>
    public static string Collapsed(string session)
    {
        if (session.Contains('@', StringComparison.Ordinal))
        {
            return session;
        }

        var text = new StringBuilder();
        var start = 0;
        for (var i = 0; i <= session.Length; i++)
        {
            if (i == session.Length || !char.IsAsciiLetterOrDigit(session[i]))
            {
                var word = session.AsSpan(start, i - start);
                text.Append(word.ContainsAnyInRange('0', '9') ? "*" : word);
                text.Append(i < session.Length ? session[i..(i + 1)] : "");
                start = i + 1;
            }
        }

        return text.ToString();
    }
}
