using System.Xml.Linq;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Assistant.Bot.Hosting.Secrets;

/// <summary>Seals the keys of cookies and forms with the ring, so that their files are of no use to who copies them.</summary>
internal sealed class SealedXml(KeyRing ring) : IXmlEncryptor
{
    public const string Column = "DataProtection.Key";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("sealed", SealedText.Seal(ring, Column, plaintextElement.ToString(SaveOptions.DisableFormatting))),
        typeof(OpenedXml));
}

/// <summary>Opens what <see cref="SealedXml"/> sealed; made by the framework, by name.</summary>
internal sealed class OpenedXml(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(
        SealedText.Open(services.GetRequiredService<KeyRing>(), SealedXml.Column, encryptedElement.Value));
}
