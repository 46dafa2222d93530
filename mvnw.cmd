@echo off
rem Builds and starts Netloom on a machine that has nothing but a JDK 21 or newer, wherever it lies:
rem   mvnw.cmd spring-boot:run     mvnw.cmd verify
setlocal EnableDelayedExpansion
set "HERE=%~dp0"
for /f "usebackq eol=# tokens=1,* delims==" %%a in ("%HERE%.mvn\wrapper\maven-wrapper.properties") do set "%%a=%%b"

rem --- the JDK
set "JDK="
if defined JAVA_HOME call :consider "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%j in ('where javac 2^>nul') do if not defined JDK for %%d in ("%%~dpj..") do call :consider "%%~fd"
for %%r in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps\openjdk") do (
  if not defined JDK if exist "%%~r" for /d %%d in ("%%~r\*") do if not defined JDK call :consider "%%~fd"
)
if not defined JDK (
  echo Netloom needs a JDK %javaAtLeast% or newer, and found none. 1>&2
  echo   Looked at: JAVA_HOME, javac on the PATH, the usual folders under "%ProgramFiles%", and "%USERPROFILE%\.jdks". 1>&2
  echo   To fix it: install one ^(any vendor^), or set JAVA_HOME to where it lies. 1>&2
  exit /b 1
)
set "JAVA_HOME=%JDK%"

rem --- Maven
set "NAME=apache-maven-%mavenVersion%"
set "STORE=%USERPROFILE%\.m2\wrapper\dists\%NAME%"
if not exist "%STORE%\bin\mvn.cmd" powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "$ErrorActionPreference='Stop'; $ProgressPreference='SilentlyContinue';" ^
  "$parent=Split-Path $env:STORE; New-Item -ItemType Directory -Force $parent | Out-Null;" ^
  "$work=Join-Path $parent ('.new-'+[guid]::NewGuid()); New-Item -ItemType Directory $work | Out-Null;" ^
  "$file=Join-Path $work 'maven.tar.gz';" ^
  "foreach ($site in 'https://dlcdn.apache.org/maven/maven-3','https://archive.apache.org/dist/maven/maven-3') { try {" ^
  "  Invoke-WebRequest -UseBasicParsing -TimeoutSec 180 \"$site/$env:mavenVersion/binaries/$env:NAME-bin.tar.gz\" -OutFile $file;" ^
  "  if ((Get-FileHash -Algorithm SHA512 $file).Hash -eq $env:mavenSha512) { tar -xzf $file -C $work; Move-Item (Join-Path $work $env:NAME) $env:STORE; break }" ^
  "} catch { } };" ^
  "Remove-Item -Recurse -Force $work" >nul 2>&1
set "MVN=%STORE%\bin\mvn.cmd"
if not exist "%MVN%" (
  set "MVN="
  for /f "delims=" %%m in ('where mvn.cmd 2^>nul') do if not defined MVN set "MVN=%%m"
)
if not defined MVN (
  echo Netloom is built with Maven %mavenVersion%, which could not be downloaded from dlcdn.apache.org or archive.apache.org, 1>&2
  echo and there is no mvn on the PATH. Connect to the network, or install Maven 3.8 or newer. 1>&2
  exit /b 1
)
rem Starting the product alone needs no tests compiled.
set "EXTRA="
echo %* | findstr /c:"spring-boot:run" >nul && set "EXTRA=-Dmaven.test.skip=true"
call "%MVN%" %EXTRA% %*
exit /b %ERRORLEVEL%

:consider
if not exist "%~1\bin\javac.exe" exit /b 0
set "FOUND="
for /f "tokens=2 delims== " %%v in ('findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul') do for /f "delims=." %%m in ("%%~v") do set "FOUND=%%m"
if not defined FOUND exit /b 0
if %FOUND% GEQ %javaAtLeast% set "JDK=%~1"
exit /b 0
