using System.Globalization;

namespace SalesBot.Chat;

/// <summary>Days and times as people read them, spelt in one way everywhere.</summary>
static class SpokenTime
{
    /// <summary>"Wed 2 Dec, 3:00 pm", as the clocks of that zone show it.</summary>
    public static string Moment(DateTimeOffset at, TimeZoneInfo zone) =>
        Written(TimeZoneInfo.ConvertTime(at, zone), $"ddd d{Unbroken}MMM, h:mm{Unbroken}tt");

    /// <summary>"Wed 3:00 pm", for what is less than a week away.</summary>
    public static string NearMoment(DateTimeOffset at, TimeZoneInfo zone) =>
        Written(TimeZoneInfo.ConvertTime(at, zone), $"ddd h:mm{Unbroken}tt");

    /// <summary>"Wed 2 Dec 2026".</summary>
    public static string Day(DateOnly day) => day.ToString($"ddd d{Unbroken}MMM yyyy", CultureInfo.InvariantCulture);

    static string Written(DateTimeOffset local, string format) =>
        local
            .ToString(format, CultureInfo.InvariantCulture)
            .Replace("AM", "am", StringComparison.Ordinal)
            .Replace("PM", "pm", StringComparison.Ordinal);

    /// <summary>A space at which no line ends.</summary>
    const char Unbroken = '\u00A0';
}
