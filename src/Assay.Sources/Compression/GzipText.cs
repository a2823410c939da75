using System.IO.Compression;
using Assay.Streams;

namespace Assay.Sources.Compression;

/// <summary>
/// The text of a gzip file, of one member or several. The framework's stream ends without a word where the file is cut
/// off, and where something else follows its last member; this one calls both damage.
/// </summary>
internal sealed class GzipText : ForwardStream
{
    private readonly WithEnd file;
    private readonly GZipStream text;

    public GzipText(Stream file)
    {
        this.file = new(file);
        text = new(this.file, CompressionMode.Decompress);
    }

    /// <exception cref="InvalidDataException">The file is damaged; all text before that was read.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = text.Read(buffer);
        return read > 0 || buffer.IsEmpty || file.IsJustEnded
            ? read
            : throw new InvalidDataException("the file is cut off, or goes on behind its last member");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>
    /// A file and one byte that begins no member. Who has read whole members asks for that byte, sees that it is no
    /// member, and stops; who is in the middle of one takes it and asks for more; who stops before it has left
    /// something behind.
    /// </summary>
    private sealed class WithEnd(Stream file) : ForwardStream
    {
        private int ends;

        /// <summary>The byte was given, and nobody asked for more.</summary>
        public bool IsJustEnded => ends == 1;

        public override int Read(Span<byte> buffer)
        {
            if (ends == 0 && file.Read(buffer) is > 0 and var read)
            {
                return read;
            }

            if (ends++ > 0)
            {
                return 0;
            }

            buffer[0] = 0;
            return 1;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                file.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
