using System.ComponentModel.DataAnnotations;

namespace SalesBot.Storage;

/// <summary>The <c>Storage</c> section of the configuration.</summary>
sealed class StorageOptions
{
    /// <summary>
    /// The folder for the database and the index; relative to the working directory. Default <c>data</c>.
    /// </summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>The database: <c>sqlite</c> (the default), a file in the data folder.</summary>
    [AllowedValues("sqlite", ErrorMessage = "The field Provider must be 'sqlite'.")]
    public string Provider { get; set; } = "sqlite";
}
