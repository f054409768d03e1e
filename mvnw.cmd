<# : the batch part, to PowerShell a comment
@echo off
rem Runs the Maven on the PATH if it is not older than the minimum below. Otherwise runs the version in
rem .mvn\wrapper\maven-wrapper.properties, which is downloaded once and verified with its checksum.
rem
rem   MVNW_FORCE_DOWNLOAD=true  never use the Maven on the PATH
rem   MVNW_DISTRIBUTION_URL     download the archive from a mirror; the same checksum is required
rem   MAVEN_USER_HOME           the parent of the directory wrapper, default %USERPROFILE%\.m2
setlocal
set "MVNW_SELF=%~f0"
set "MVNW_MAVEN="
rem Without this, Windows PowerShell started from PowerShell 7 loads the wrong modules.
set "PSModulePath="
for /f "usebackq delims=" %%m in (`powershell -NoProfile -Command "Invoke-Expression ([IO.File]::ReadAllText($env:MVNW_SELF))"`) do set "MVNW_MAVEN=%%m"
if not defined MVNW_MAVEN exit /b 1
rem No "call", because it would double every caret in the arguments. The script does not continue after this line.
"%MVNW_MAVEN%" %*
#>

# Prints the path of the mvn.cmd to run, and nothing else, on the standard output.
$ErrorActionPreference = 'Stop'
$minimum = [version]'3.8.6'

function Assert-Java {
    if ($env:JAVA_HOME) {
        if (-not (Test-Path -LiteralPath "$env:JAVA_HOME\bin\java.exe")) {
            throw "JAVA_HOME is '$env:JAVA_HOME', but there is no bin\java.exe in it. Point it to a JDK 17 or newer."
        }
    } elseif (-not (Get-Command java.exe -CommandType Application -ErrorAction SilentlyContinue)) {
        throw 'no Java found. Install a JDK 17 or newer and set JAVA_HOME to it, or put its bin directory on the PATH.'
    }
    $java = if ($env:JAVA_HOME) { "$env:JAVA_HOME\bin\java.exe" } else { 'java.exe' }
    # Windows PowerShell turns the lines of the error stream into errors.
    $ErrorActionPreference = 'Continue'
    $answer = (& $java -version 2>&1) -join "`n"
    $ErrorActionPreference = 'Stop'
    if ($answer -match 'version "(1\.)?(\d+)' -and [int]$Matches[2] -lt 17) {
        throw "the Java of $(if ($env:JAVA_HOME) { $env:JAVA_HOME } else { 'the PATH' }) is version $($Matches[2]), 17 or newer is needed. Set JAVA_HOME to a newer JDK."
    }
}

function Find-Maven {
    if ($env:MVNW_FORCE_DOWNLOAD -eq 'true') { return }
    $found = Get-Command mvn.cmd -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if (-not $found) { return }
    $answer = (& $found.Path -v) -join "`n"
    if ($answer -match 'Apache Maven (\d+(\.\d+){1,2})' -and [version]$Matches[1] -ge $minimum) { $found.Path }
}

function Get-Sha512($file) {
    $stream = [IO.File]::OpenRead($file)
    try {
        $bytes = [Security.Cryptography.SHA512]::Create().ComputeHash($stream)
    } finally {
        $stream.Dispose()
    }
    [BitConverter]::ToString($bytes).Replace('-', '').ToLowerInvariant()
}

# One rename creates the directory: if several processes install Maven concurrently, the first one succeeds and the others delete
# their copy.
function Install-Maven($settings, $wrapper, $maven) {
    $version = $settings.mavenVersion
    $url = if ($env:MVNW_DISTRIBUTION_URL) { $env:MVNW_DISTRIBUTION_URL } else { $settings.distributionUrl }
    $expected = $settings.distributionSha512Sum
    if ($expected -notmatch '^[0-9a-fA-F]{128}$') { throw 'distributionSha512Sum is not 128 hexadecimal digits.' }
    $tar = "$env:SystemRoot\System32\tar.exe"
    if (-not (Test-Path -LiteralPath $tar)) { throw "there is no $tar to unpack Maven. Install Maven $minimum or newer." }

    $work = "$wrapper\.unpack." + [Guid]::NewGuid().ToString('N')
    [void][IO.Directory]::CreateDirectory($work)
    try {
        $archive = "$work\maven.tar.gz"
        [Console]::Error.WriteLine("mvnw: downloading Maven $version from $url")
        [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
        try {
            (New-Object Net.WebClient).DownloadFile($url, $archive)
        } catch {
            throw "the download failed: $($_.Exception.Message) Install Maven $minimum or newer, or set MVNW_DISTRIBUTION_URL to a mirror of the archive."
        }
        $actual = Get-Sha512 $archive
        if ($actual -ne $expected) {
            throw "the SHA-512 of the download is not the pinned one; the download was deleted.`n  expected $expected`n  actual   $actual"
        }
        & $tar -xzf $archive -C $work | Out-Null
        if ($LASTEXITCODE -ne 0) { throw 'the archive could not be unpacked.' }
        try {
            [IO.Directory]::Move("$work\apache-maven-$version", $maven)
        } catch {
            if (-not (Test-Path -LiteralPath "$maven\bin\mvn.cmd")) { throw }
        }
    } finally {
        Remove-Item -LiteralPath $work -Recurse -Force -ErrorAction SilentlyContinue
    }
}

try {
    Assert-Java
    $command = Find-Maven
    if (-not $command) {
        $properties = (Split-Path -Parent $env:MVNW_SELF) + '\.mvn\wrapper\maven-wrapper.properties'
        $settings = ConvertFrom-StringData ([IO.File]::ReadAllText($properties))
        $userHome = if ($env:MAVEN_USER_HOME) { $env:MAVEN_USER_HOME } else { "$env:USERPROFILE\.m2" }
        $wrapper = "$userHome\wrapper"
        $maven = "$wrapper\apache-maven-$($settings.mavenVersion)"
        $command = "$maven\bin\mvn.cmd"
        if (-not (Test-Path -LiteralPath $command)) { Install-Maven $settings $wrapper $maven }
    }
    [Console]::Out.WriteLine($command)
} catch {
    [Console]::Error.WriteLine("mvnw: $($_.Exception.Message)")
    exit 1
}
