using System.ComponentModel.DataAnnotations;

namespace SalesBot.Answering;

/// <summary>The <c>Answering</c> section of the configuration.</summary>
sealed class AnsweringOptions
{
    /// <summary>
    /// After so many days questions are erased, with their answers, what was thought of them, and the gaps they showed.
    /// 1 to 36,500; default 180.
    /// </summary>
    [Range(1, 36_500)]
    public int KeepQuestionsDays { get; set; } = 180;
}
