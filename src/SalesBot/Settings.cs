using System.ComponentModel.DataAnnotations;
using System.Reflection;
using SalesBot.Knowledge;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot;

/// <summary>The configuration as a whole: where it comes from, which keys there are, and whether their values are right.</summary>
static class Settings
{
    /// <summary>Each section and the class that describes its keys.</summary>
    public static readonly IReadOnlyDictionary<string, Type> Sections = new Dictionary<string, Type>(StringComparer.OrdinalIgnoreCase)
    {
        ["Storage"] = typeof(StorageOptions), ["Knowledge"] = typeof(KnowledgeOptions), [SignInOptions.Section] = typeof(SignInOptions),
    };

    /// <summary>The file beside the program, then the one in the working directory, then the environment, then what the command line says.</summary>
    public static void Read(IConfigurationBuilder configuration, IEnumerable<KeyValuePair<string, string?>> commandLine)
    {
        configuration.Sources.Clear();
        configuration
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(commandLine);
    }

    /// <summary>Binds every section.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<StorageOptions>(configuration.GetSection("Storage"))
        .Configure<KnowledgeOptions>(configuration.GetSection("Knowledge"))
        .Configure<SignInOptions>(configuration.GetSection(SignInOptions.Section));

    /// <summary>Every value that is wrong, by key, a sentence each.</summary>
    public static List<string> Faults(IConfiguration configuration)
    {
        var faults = new List<string>();
        foreach (var (name, type) in Sections)
        {
            var section = configuration.GetSection(name);
            var options = Activator.CreateInstance(type) ?? throw new InvalidOperationException($"{type} cannot be made.");
            var before = faults.Count;
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                if (section[property.Name] is { } value && !TrySet(options, property, value))
                    faults.Add($"{name}:{property.Name}: '{value}' is not {Kind(property.PropertyType)}.");
            var results = new List<ValidationResult>();
            if (faults.Count == before && !Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true))
                faults.AddRange(results.Select(result => $"{name}:{string.Join(", ", result.MemberNames)}: {result.ErrorMessage}"));
        }
        return faults;
    }

    /// <summary>Keys nobody reads, with the nearest one there is; such a key is most often a slip.</summary>
    public static List<string> Warnings(IConfiguration configuration) =>
    [
        .. from section in configuration.GetChildren()
           where Sections.ContainsKey(section.Key)
           from key in section.GetChildren()
           let known = Sections[section.Key].GetProperties().Select(property => property.Name).ToList()
           where !known.Contains(key.Key, StringComparer.OrdinalIgnoreCase)
           select $"{section.Key}:{key.Key} is not a setting; the nearest is {section.Key}:{known.MinBy(name => Distance(name, key.Key))}.",
    ];

    static bool TrySet(object options, PropertyInfo property, string value)
    {
        try
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            property.SetValue(options, type == typeof(string) ? value
                : System.ComponentModel.TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value));
            return true;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    static string Kind(Type type) => type == typeof(bool) ? "true or false" : type == typeof(int) ? "a whole number" : $"a {type.Name}";

    /// <summary>How unlike two names are: letters that one has and the other lacks.</summary>
    static int Distance(string a, string b)
    {
        var left = a.ToLowerInvariant().GroupBy(c => c).ToDictionary(group => group.Key, group => group.Count());
        foreach (var c in b.ToLowerInvariant())
            left[c] = left.GetValueOrDefault(c) - 1;
        return left.Values.Sum(Math.Abs);
    }
}
