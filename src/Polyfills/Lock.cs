namespace System.Threading;

/// <summary>The lock that came with .NET 9, for .NET 8: what we use of it, the <c>lock</c> statement included, by a monitor.</summary>
internal sealed class Lock
{
    // The compiler warns about a monitor on a Lock itself.
    private readonly object _monitor = new();

    public bool IsHeldByCurrentThread => Monitor.IsEntered(_monitor);

    public void Enter() => Monitor.Enter(_monitor);

    public bool TryEnter() => Monitor.TryEnter(_monitor);

    public void Exit() => Monitor.Exit(_monitor);

    public Scope EnterScope()
    {
        Enter();
        return new(this);
    }

    public readonly ref struct Scope(Lock entered)
    {
        public void Dispose() => entered.Exit();
    }
}
