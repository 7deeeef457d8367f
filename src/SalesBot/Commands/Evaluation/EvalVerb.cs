using System.CommandLine;

namespace SalesBot.Commands.Evaluation;

/// <summary><c>eval</c>: how good the answers are, on files of questions and tasks.</summary>
static class EvalVerb
{
    public static Command Create() => new("eval", "Scores answers on files of questions and tasks");
}
