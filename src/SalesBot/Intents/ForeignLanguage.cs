using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>Tells by its little words or its script that a message is not in English.</summary>
static partial class ForeignLanguage
{
    /// <summary>So many little words of a language, and more than of English, tell it.</summary>
    const int Enough = 2;

    static readonly (string Name, HashSet<string> Words)[] Languages =
    [
        (
            "German",
            Set(
                "ist der die das und ein eine einen was wer wie wo warum für mit zwischen nicht oder ich wir sind von dem den zu aufgabe unterschied vertrieb"
            )
        ),
        (
            "Spanish",
            Set(
                "es el la los las un una y o qué que quién cómo cuál es de del entre para por con no son tarea diferencia ventas"
            )
        ),
        (
            "French",
            Set(
                "est le la les un une des et ou qui que quoi quelle quel comment pourquoi de du entre pour avec ne pas sont différence vente"
            )
        ),
        (
            "Italian",
            Set(
                "è il lo la gli le un una e o chi che cosa come quale di del della tra fra per con non sono differenza vendite"
            )
        ),
        (
            "Portuguese",
            Set("é o a os as um uma e ou quem que qual como de do da entre para por com não são diferença vendas")
        ),
        ("Dutch", Set("is de het een en of wie wat hoe waarom voor met tussen niet zijn van verschil verkoop")),
    ];

    static readonly HashSet<string> English = Set(
        "is the a an and or what who how why which for with between not are of to do does we i it that in"
    );

    /// <summary>
    /// The language's name, "another language" for one of another script; none for English and for what is too short to
    /// tell.
    /// </summary>
    public static string? Of(string text)
    {
        var letters = text.Where(char.IsLetter).ToList();
        if (letters.Count >= 4 && letters.Count(letter => letter > '\u024F') > letters.Count / 2)
            return "another language";
        var words = Word().FindAllIn(text.ToLowerInvariant()).Select(word => word.Value).ToList();
        var english = words.Count(English.Contains);
        var (name, count) = Languages
            .Select(language => (language.Name, Count: words.Count(language.Words.Contains)))
            .MaxBy(language => language.Count);
        return count >= Enough && count > english ? name : null;
    }

    static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}]+")]
    private static partial Regex Word();
}
