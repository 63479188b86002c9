using System.Text;
using System.Xml;

namespace DecisionPolicies.Tool.MakePack;

/// <summary>The files that every package has.</summary>
internal static class PackageParts
{
    /// <summary>The file that lists the types of the others.</summary>
    public const string ContentTypes = "[Content_Types].xml";

    private const string Nuspec = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string RelationshipType = "application/vnd.openxmlformats-package.relationships+xml";

    // The oldest framework for which DecisionPolicies has a library. On another, the build says that the pack is not enforced.
    private const string Framework = "net8.0";

    /// <summary>
    /// What the package says about itself. It brings DecisionPolicies along, with all of its parts: by default, those of the build would stay behind.
    /// </summary>
    /// <param name="manifest">The pack.</param>
    public static byte[] NuspecOf(PackManifest manifest) => Xml(xml =>
    {
        xml.WriteStartElement("package", Nuspec);
        xml.WriteStartElement("metadata");
        xml.WriteElementString("id", manifest.Pack.Id);
        xml.WriteElementString("version", manifest.Pack.Version);
        xml.WriteElementString("authors", manifest.Pack.Id);
        xml.WriteElementString("description", $"The architecture decisions of {manifest.Pack.Id}, which govern every project that refers to this package.");
        xml.WriteElementString("readme", PackContent.Readme);
        xml.WriteStartElement("dependencies");
        xml.WriteStartElement("group");
        xml.WriteAttributeString("targetFramework", Framework);
        xml.WriteStartElement("dependency");
        xml.WriteAttributeString("id", "DecisionPolicies");
        xml.WriteAttributeString("version", manifest.Engine);
        xml.WriteAttributeString("include", "All");
    });

    /// <summary>The types of files by their extensions.</summary>
    /// <param name="paths">The paths of the files.</param>
    public static byte[] ContentTypesOf(IEnumerable<string> paths) => Xml(xml =>
    {
        xml.WriteStartElement("Types", Types);
        WriteType("rels", RelationshipType);
        foreach (var extension in paths.Select(path => Path.GetExtension(path).TrimStart('.').ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal))
        {
            WriteType(extension, "application/octet");
        }

        void WriteType(string extension, string type)
        {
            xml.WriteStartElement("Default");
            xml.WriteAttributeString("Extension", extension);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    });

    /// <summary>Where the package says something about itself.</summary>
    /// <param name="nuspec">The path of that file.</param>
    public static byte[] RelationshipsOf(string nuspec) => Xml(xml =>
    {
        xml.WriteStartElement("Relationships", Relationships);
        xml.WriteStartElement("Relationship");
        xml.WriteAttributeString("Type", "http://schemas.microsoft.com/packaging/2010/07/manifest");
        xml.WriteAttributeString("Target", "/" + nuspec);
        xml.WriteAttributeString("Id", "R1");
    });

    // The end of the document closes every element.
    private static byte[] Xml(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }
        return bytes.ToArray();
    }
}
