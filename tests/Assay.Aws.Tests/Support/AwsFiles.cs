using System.Runtime.CompilerServices;

namespace Assay.Aws.Tests.Support;

/// <summary>
/// The AWS configuration of this process. The SDK reads where the files are once, so they stand before any test runs;
/// nobody's own profiles are ever seen.
/// </summary>
internal static class AwsFiles
{
    [ModuleInitializer]
    public static void Write()
    {
        var folder = Directory.CreateTempSubdirectory("assay-aws-config-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var (config, credentials) = (Path.Combine(folder, "config"), Path.Combine(folder, "credentials"));
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", config);
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", credentials);
        File.WriteAllText(credentials, $"[team]\naws_access_key_id={Small.KeyId}\naws_secret_access_key={Small.Secret}\n");
        File.WriteAllText(
            config,
            $"""
            [profile team]
            region = {Scan.Region}
            [profile sso]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = reader
            region = us-east-1
            [sso-session corp]
            sso_start_url = https://example.awsapps.com/start
            sso_region = us-east-1
            sso_registration_scopes = sso:account:access

            """);
    }
}
