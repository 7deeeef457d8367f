using SalesBot.Knowledge.Passages;

namespace SalesBot.Knowledge.Search;

/// <summary>A passage found, with its score (higher is better; comparable within one search only) and, where asked for, what the score consists of.</summary>
sealed record PassageHit(Passage Passage, double Score, ScoreParts? Parts = null);

/// <summary>(body + heading + title + near) × prior is the score.</summary>
sealed record ScoreParts(double Body, double Heading, double Title, double Near, double Prior);
