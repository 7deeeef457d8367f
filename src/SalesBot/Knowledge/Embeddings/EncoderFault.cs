namespace SalesBot.Knowledge.Embeddings;

/// <summary>The sentence encoder does not work; the message is one sentence for whoever runs the program.</summary>
sealed class EncoderFault(string message, Exception cause) : Exception(message, cause);
