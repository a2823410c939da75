using System.Text;
using Assay.Aws.Transport;

namespace Assay.Aws.Tests.Recordings;

public sealed class SecretsTests
{
    [Theory]
    [InlineData("{\"k\":\"AKIAIOSFODNN7EXAMPLE\"}", "{\"k\":\"REMOVED\"}")]
    [InlineData("key ASIAIOSFODNN7EXAMPLE is unknown", "key REMOVED is unknown")]
    [InlineData("{\"SecretAccessKey\": \"abc/+=\"}", "{\"SecretAccessKey\": \"REMOVED\"}")]
    [InlineData("{\"sessionToken\":\"x\",\"NextToken\":\"kept\"}", "{\"sessionToken\":\"REMOVED\",\"NextToken\":\"kept\"}")]
    [InlineData("{\"modelId\":\"amazon.nova-pro-v1:0\"}", "{\"modelId\":\"amazon.nova-pro-v1:0\"}")]
    public void What_looks_like_credentials_is_removed_and_nothing_else(string text, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(Secrets.Remove(Encoding.UTF8.GetBytes(text))));
}
