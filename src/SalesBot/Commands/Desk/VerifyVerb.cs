using System.CommandLine;
using SalesBot.Handoffs.History;
using SalesBot.Storage;

namespace SalesBot.Commands.Desk;

/// <summary><c>handoffs verify</c>: whether every history is whole.</summary>
static class VerifyVerb
{
    public static Command Create()
    {
        var verb = new Command(
            "verify",
            "Checks that no handoff history was changed, cut or added to outside SalesBot"
        );
        verb.SetAction(
            async (parsed, _) =>
            {
                await using var tools = Toolbox.Open(parsed);
                tools.Get<Database>().Check();
                HistoryFindings findings;
                using (var progress = new ProgressLine("Checking"))
                    findings = tools
                        .Get<HistoryCheck>()
                        .Check(parsed.Actor().Workspace, (done, all) => progress.Show((int)done, (int)all, ""));
                foreach (var fault in findings.Faults)
                    Screen.Line(fault);
                var told =
                    findings.Faults.Count == 0 ? "every history is intact" : $"{findings.Faults.Count:N0} faults";
                Screen.Line(
                    $"{findings.Handoffs:N0} handoff{(findings.Handoffs == 1 ? "" : "s")} with {findings.Events:N0} events: {told}."
                );
                return findings.Faults.Count == 0 ? ExitCode.Done : ExitCode.Failed;
            }
        );
        return verb;
    }
}
