using System.Buffers.Binary;

namespace Assistant.Bot.Speech.Espeak;

/// <summary>Completes a wave file that was written to a pipe, where nobody could go back and write its length.</summary>
/// <remarks>Without its length a browser shows hours of sound. Source: RIFF WAVE, chunk sizes.</remarks>
internal static class WaveFile
{
    private const int RiffSizeAt = 4;
    private const int FirstChunkAt = 12;
    private const int ChunkHead = 8;

    /// <returns>The same file with its true lengths; null when it is no wave file, or one without sound.</returns>
    public static byte[]? Complete(byte[] file)
    {
        if (file.Length < FirstChunkAt || !file.AsSpan(0, 4).SequenceEqual("RIFF"u8) || !file.AsSpan(8, 4).SequenceEqual("WAVE"u8))
        {
            return null;
        }

        var at = FirstChunkAt;
        while (at + ChunkHead < file.Length)
        {
            if (file.AsSpan(at, 4).SequenceEqual("data"u8))
            {
                BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at + 4), file.Length - at - ChunkHead);
                BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(RiffSizeAt), file.Length - ChunkHead);
                return file;
            }

            var size = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 4));
            if (size > file.Length)
            {
                return null;
            }

            // A chunk of odd length is followed by one byte of nothing.
            at += ChunkHead + (int)(size + (size & 1));
        }

        return null;
    }
}
