using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Assay.FakeAws.Signing;

/// <summary>Keys of the world's users, and keys given out by AssumeRole.</summary>
internal sealed class CredentialStore
{
    private readonly ConcurrentDictionary<string, Credential> sessions = new();
    private Dictionary<string, Credential> users = [];
    private int issued;

    /// <summary>Takes over the users of a world; sessions given out before stay valid.</summary>
    public void Load(World world)
    {
        var fresh = new Dictionary<string, Credential>();
        foreach (var account in world.Accounts)
        {
            foreach (var key in account.AccessKeys)
            {
                var arn = $"arn:aws:iam::{account.Id}:user/{key.User}";
                var caller = new Caller(
                    account.Id, arn, "AIDA" + Text(arn, 17), key.AllowedActions ?? account.AllowedActions);
                fresh.Add(key.Id, new Credential(key.Id, key.Secret, caller));
            }
        }

        Volatile.Write(ref users, fresh);
    }

    public Credential? Find(string accessKeyId) =>
        Volatile.Read(ref users).GetValueOrDefault(accessKeyId) ?? sessions.GetValueOrDefault(accessKeyId);

    /// <summary>Gives out keys. They are made of a running number, so that runs can be repeated.</summary>
    public Credential Issue(Caller caller, DateTimeOffset expires)
    {
        var seed = $"{caller.Arn}#{Interlocked.Increment(ref issued)}";
        var credential = new Credential(
            "ASIA" + Text(seed + "/id", 16),
            Text(seed + "/secret", 40),
            caller,
            "FwoGZXIvYXdzE" + Text(seed + "/token", 60) + "//+/" + Text(seed + "/more", 60) + "==",
            expires);
        sessions[credential.AccessKeyId] = credential;
        return credential;
    }

    /// <summary>Capital letters and digits made of a seed, as AWS's ids are.</summary>
    public static string Text(string seed, int length)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = new StringBuilder(length);
        for (var block = 0; text.Length < length; block++)
        {
            foreach (var b in SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{block}")))
            {
                text.Append(alphabet[b & 31]);
            }
        }

        return text.ToString(0, length);
    }
}
