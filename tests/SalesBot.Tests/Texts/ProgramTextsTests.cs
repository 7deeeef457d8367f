using SalesBot.Tests.Support;

namespace SalesBot.Tests.Texts;

/// <summary>All that the program says, in one file that is read before it changes.</summary>
public class ProgramTextsTests
{
    static readonly string Approved = Path.Combine(Repository.Root, "tests", "SalesBot.Tests", "Texts", "texts.txt");

    [Fact]
    public void What_the_program_says_is_what_was_read_and_approved()
    {
        var listed = ProgramTexts.Listed();
        if (Environment.GetEnvironmentVariable("SALESBOT_APPROVE") == "1")
            File.WriteAllText(Approved, listed);
        listed.ShouldBe(
            File.ReadAllText(Approved).ReplaceLineEndings("\n"),
            "a text has changed; SALESBOT_APPROVE=1 takes it as it is, once it was read"
        );
    }
}
