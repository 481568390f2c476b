using System.Xml;

namespace Assistant.Scheduling.Medication.Import;

/// <summary>Reads FHIR XML into nodes; nothing outside the text is ever fetched.</summary>
internal static class FhirXml
{
    private const int MostDepth = 64;

    private static readonly string[] Repeating =
        ["entry", "dosageInstruction", "dosage", "doseAndRate", "extension", "modifierExtension", "coding", "contained",
         "dayOfWeek", "timeOfDay", "when", "event", "additionalInstruction"];

    /// <exception cref="XmlException">Not XML, or with a DTD; the message tells the line.</exception>
    public static FhirNode Read(string text)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        using var lines = new StringReader(text);
        using var reader = XmlReader.Create(lines, settings);
        reader.MoveToContent();
        return Resource(reader);
    }

    private static FhirNode Resource(XmlReader reader)
    {
        var node = new FhirNode("", null) { Type = reader.LocalName };
        ReadChildren(reader, node);
        return node;
    }

    private static FhirNode Element(XmlReader reader, string path)
    {
        var node = new FhirNode(path, reader.GetAttribute("value"));
        foreach (var name in new[] { "url", "id" })
        {
            if (reader.GetAttribute(name) is { } attribute)
            {
                node.Add(name, new FhirNode(node.PathOf(name, repeats: false), attribute));
            }
        }
        ReadChildren(reader, node);
        return node;
    }

    /// <summary>Leaves the reader behind the end of the element it stood on.</summary>
    private static void ReadChildren(XmlReader reader, FhirNode parent)
    {
        if (reader.Depth > MostDepth)
        {
            throw new XmlException($"elements are nested deeper than {MostDepth}");
        }
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return;
        }
        reader.Read();
        while (!reader.EOF && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
            }
            else if (reader.LocalName == "div")
            {
                reader.Skip();
            }
            else
            {
                AddChild(reader, parent);
            }
        }
        reader.Read();
    }

    private static void AddChild(XmlReader reader, FhirNode parent)
    {
        var name = reader.LocalName;
        if (name is "resource" or "contained")
        {
            AddResources(reader, parent, name);
            return;
        }
        parent.Add(name, Element(reader, parent.PathOf(name, Repeating.Contains(name))));
    }

    /// <summary>XML wraps a resource in an element of its type; JSON names the type inside.</summary>
    private static void AddResources(XmlReader reader, FhirNode parent, string name)
    {
        var depth = reader.Depth;
        var empty = reader.IsEmptyElement;
        reader.Read();
        while (!empty && !reader.EOF && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                parent.Add(name, Resource(reader));
            }
            else
            {
                reader.Read();
            }
        }
        if (!empty)
        {
            reader.Read();
        }
    }
}
