Console.WriteLine("usage: dotnet run -c Release --project Assistant.Tests/Load");
