using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace SalesBot;

/// <summary>Holds every value against the property it is meant for, section by section, however deep.</summary>
static partial class Settings
{
    /// <summary>Every value that is wrong, by key, a sentence each.</summary>
    public static List<string> Faults(IConfiguration configuration) =>
        [.. Sections.SelectMany(section => Faults(configuration.GetSection(section.Key), section.Value))];

    /// <summary>Keys nobody reads, with the nearest one there is; such a key is most often a slip.</summary>
    public static List<string> Warnings(IConfiguration configuration) =>
        [
            .. from section in configuration.GetChildren()
            where Sections.ContainsKey(section.Key)
            from warning in Warnings(section, Sections[section.Key])
            select warning,
        ];

    static List<string> Faults(IConfigurationSection section, Type type)
    {
        var faults = type.GetProperties()
            .SelectMany(property => Faults(section.GetSection(property.Name), property))
            .ToList();
        var results = new List<ValidationResult>();
        var options = faults.Count == 0 ? section.Get(type) ?? Activator.CreateInstance(type) : null;
        if (
            options is not null
            && !Validator.TryValidateObject(
                options,
                new ValidationContext(options),
                results,
                validateAllProperties: true
            )
        )
            faults.AddRange(
                results.Select(result =>
                    $"{section.Path}:{string.Join(", ", result.MemberNames)}: {result.ErrorMessage}"
                )
            );
        return faults;
    }

    static List<string> Faults(IConfigurationSection value, PropertyInfo property) =>
        value.Value is { Length: > 0 } && (ItemOf(property.PropertyType) is not null || IsGroup(property.PropertyType))
            ?
            [
                $"{value.Path}: '{value.Value}' is a single value, but should be a {(IsGroup(property.PropertyType) ? "group" : "list")}.",
            ]
        : ItemOf(property.PropertyType) is { } item
            ? [.. value.GetChildren().SelectMany(child => IsGroup(item) ? Faults(child, item) : Fault(child, item))]
        : IsGroup(property.PropertyType) ? Faults(value, property.PropertyType)
        : Fault(value, property.PropertyType);

    static List<string> Fault(IConfigurationSection value, Type type) =>
        value.GetChildren().Any() ? [$"{value.Path}: this is a list or a group, and should be {Kind(type)}."]
        : value.Value is { } text && !Fits(text, type) ? [$"{value.Path}: '{text}' is not {Kind(type)}."]
        : [];

    static IEnumerable<string> Warnings(IConfigurationSection section, Type type)
    {
        var known = type.GetProperties().ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
            if (
                child.Key.EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase)
                && known.TryGetValue(child.Key[..^FileSuffix.Length], out var text)
                && text.PropertyType == typeof(string)
            )
                continue;
            else if (!known.TryGetValue(child.Key, out var property))
                yield return $"{child.Path} is not a setting; the nearest is {section.Path}:{known.Keys.MinBy(name => Distance(name, child.Key))}.";
            else if (ItemOf(property.PropertyType) is { } item && IsGroup(item))
                foreach (var warning in child.GetChildren().SelectMany(entry => Warnings(entry, item)))
                    yield return warning;
            else if (IsGroup(property.PropertyType))
                foreach (var warning in Warnings(child, property.PropertyType))
                    yield return warning;
    }

    /// <summary>The type of a list's items, or none if it is no list.</summary>
    static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>Whether a type is options within options.</summary>
    static bool IsGroup(Type type) =>
        type.IsClass && type.Namespace?.StartsWith(nameof(SalesBot), StringComparison.Ordinal) == true;

    static bool Fits(string value, Type type)
    {
        try
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            return type == typeof(string)
                || System.ComponentModel.TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value)
                    is not null;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    static string Kind(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(int) ? "a whole number"
        : type == typeof(double) ? "a number"
        : type == typeof(string) ? "a text"
        : $"a {type.Name}";

    /// <summary>How unlike two names are: letters that one has and the other lacks.</summary>
    static int Distance(string a, string b)
    {
        var left = a.ToLowerInvariant().GroupBy(c => c).ToDictionary(group => group.Key, group => group.Count());
        foreach (var c in b.ToLowerInvariant())
            left[c] = left.GetValueOrDefault(c) - 1;
        return left.Values.Sum(Math.Abs);
    }
}
