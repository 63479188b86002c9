namespace DecisionPolicies.Records;

/// <summary>
/// What became of one Markdown file among the records. Every file ends as a record, as a skip, or with a fault;
/// a record may have faults beside it.
/// </summary>
/// <param name="Path">The file's path relative to the repository, with forward slashes.</param>
/// <param name="Record">The record, where one could be read.</param>
/// <param name="IsSkipped">Whether the file is an index, a README or a template, which are no records.</param>
/// <param name="Faults">What is wrong with it.</param>
/// <param name="NamePlace">Where the record is named, for faults that concern two records.</param>
public sealed record RecordFile(string Path, AdrRecord? Record, bool IsSkipped, ValueList<Fault> Faults, Place NamePlace);
