//! ES modules: parsed, linked, evaluated.

use boa_engine::context::ModuleMoment;

use super::Recorder;
use machine::Machine;
use trace::{Event, MOST_MODULES, ModuleId, ModuleStatus};

impl Recorder {
    /// A module was parsed; `url` says where it is, `requests` what it imports. `None` where it is not recorded.
    pub(crate) fn module_found(&mut self, machine: &mut Machine, url: &str, requests: &[String]) -> Option<ModuleId> {
        if !self.on {
            return None;
        }
        let module = ModuleId(u16::try_from(self.modules).ok().filter(|module| usize::from(*module) < MOST_MODULES)?);
        self.modules += 1;
        let name = if url.starts_with("file:") { url.rsplit('/').next().unwrap_or(url) } else { url };
        let name = self.tables.text(name);
        let requests = requests.iter().map(|request| self.tables.text(request)).collect();
        let site = self.frames.current_site();
        self.push(machine, site, Event::ModuleFound { module, name, requests });
        Some(module)
    }

    /// A module has come further. `depth`: of the engine's stack, where the module's own frame is gone.
    pub(crate) fn module_changed(&mut self, machine: &mut Machine, module: ModuleId, moment: ModuleMoment, depth: usize) {
        let status = match moment {
            ModuleMoment::Linked => ModuleStatus::Linked,
            ModuleMoment::Begins => ModuleStatus::Evaluating,
            ModuleMoment::Waits => ModuleStatus::EvaluatingAsync,
            ModuleMoment::Evaluated => ModuleStatus::Evaluated,
            ModuleMoment::Errored => ModuleStatus::Errored,
        };
        self.unwind(machine, depth);
        self.push(machine, None, Event::ModuleChanged { module, status });
    }
}
