using SalesBot.Knowledge.Generations;
using SalesBot.Knowledge.Passages;

namespace SalesBot.Classifying.Statements;

/// <summary>
/// The statements of a generation, kept beside it: reading them out of its passages takes longer than all else at a
/// start.
/// </summary>
static class StatementFile
{
    const string Name = "statements.learned";

    /// <summary>The statements of a generation's passages, in their order.</summary>
    public static IReadOnlyList<Statement> Read(IndexGeneration generation)
    {
        List<Passage> passages = [.. generation.AllPassages()];
        return LearnedFile.Read(generation, Name, "", file => Read(file, passages))
            ?? LearnedFile.Write(
                generation,
                Name,
                "",
                StatementReader.Read(passages),
                (statements, file) => Write(statements, file, passages)
            );
    }

    static List<Statement> Read(BinaryReader file, List<Passage> passages)
    {
        var statements = new List<Statement>(file.ReadInt32());
        while (statements.Count < statements.Capacity)
        {
            var (passage, side, isNamed, team) = (
                passages[file.ReadInt32()],
                (Verdict)file.ReadInt32(),
                file.ReadBoolean(),
                file.ReadString()
            );
            var (quote, said, context) = (
                new TextSpan(file.ReadInt32(), file.ReadInt32()),
                file.ReadString(),
                file.ReadString()
            );
            statements.Add(
                new Statement(passage, side, isNamed ? team : null, quote, said, context, file.ReadBoolean())
                {
                    IsDenied = file.ReadBoolean(),
                }
            );
        }
        return statements;
    }

    static void Write(List<Statement> statements, BinaryWriter file, List<Passage> passages)
    {
        var places = new Dictionary<Passage, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < passages.Count; i++)
            places[passages[i]] = i;
        file.Write(statements.Count);
        foreach (var statement in statements)
        {
            file.Write(places[statement.Passage]);
            file.Write((int)statement.Side);
            file.Write(statement.Team is not null);
            file.Write(statement.Team ?? "");
            file.Write(statement.Quote.Start);
            file.Write(statement.Quote.End);
            file.Write(statement.Said);
            file.Write(statement.Context);
            file.Write(statement.IsOwner);
            file.Write(statement.IsDenied);
        }
    }
}
